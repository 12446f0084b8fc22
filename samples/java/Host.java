// The smallest host in Java (11 or later, JNA): the same as samples/c/host.c, byte for byte.
// Usage: java -cp jna.jar Host.java LIBRARY STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
import com.sun.jna.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.Map;

public class Host {
  public interface Rendabel extends Library {
    int rendabel_abi_supports(int hostAbi);
    String rendabel_status_name(int status);
    Pointer rendabel_engine_new(int hostAbi);
    Pointer rendabel_engine_open(Pointer engine, byte[] config, long size);
    void rendabel_engine_free(Pointer engine);
    Pointer rendabel_settings_set(Pointer engine, byte[] patch, long size, byte[] options, long optionsSize);
    Pointer rendabel_accounts_save(Pointer engine, byte[] snapshots, long size, byte[] options, long optionsSize);
    Pointer rendabel_accounts_get(Pointer engine, String asOf, byte[] options, long optionsSize);
    Pointer rendabel_calls_plan(Pointer engine, String asOf, byte[] options, long optionsSize);
    int rendabel_result_status(Pointer result);
    String rendabel_result_message(Pointer result);
    Pointer rendabel_result_body(Pointer result);
    long rendabel_result_body_size(Pointer result);
    void rendabel_result_free(Pointer result);
  }

  static Rendabel library;
  static byte[] text(String value) { return value.getBytes(StandardCharsets.UTF_8); }

  /** The body of a result, which is freed; a failure ends the program. */
  static byte[] answer(String what, Pointer result) {
    int status = library.rendabel_result_status(result);
    byte[] body = library.rendabel_result_body(result).getByteArray(0, (int) library.rendabel_result_body_size(result));
    String message = library.rendabel_result_message(result);
    library.rendabel_result_free(result);
    if (status == 0) return body;
    String why = what + ": " + library.rendabel_status_name(status) + ": " + message;
    throw new IllegalStateException(why + "\n" + new String(body, StandardCharsets.UTF_8));
  }

  static void print(byte[] body) {
    System.out.write(body, 0, body.length);
    if (body.length == 0 || body[body.length - 1] != '\n') System.out.write('\n');
  }

  public static void main(String[] arguments) throws Exception {
    library = Native.load(arguments[0], Rendabel.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    if (library.rendabel_abi_supports(1 << 16) != 1) throw new Exception("this library speaks another version");
    byte[] settings = Files.readAllBytes(Path.of(arguments[2])), book = Files.readAllBytes(Path.of(arguments[3]));
    byte[] summary = text("{\"fields\":\"summary\"}"), dutch = text("{\"language\":\"nl\"}");
    Pointer engine = library.rendabel_engine_new(1 << 16);
    byte[] config = text("{\"store\":\"" + arguments[1] + "\"}");
    answer("open", library.rendabel_engine_open(engine, config, config.length));
    answer("settings", library.rendabel_settings_set(engine, settings, settings.length, null, 0));
    print(answer("save", library.rendabel_accounts_save(engine, book, book.length, null, 0)));
    print(answer("flags", library.rendabel_accounts_get(engine, arguments[4], summary, summary.length)));
    print(answer("calls", library.rendabel_calls_plan(engine, arguments[4], dutch, dutch.length)));
    library.rendabel_engine_free(engine);
    System.out.flush();
  }
}
