// Host.java LIBRARY STORE BOOK (JNA): milliseconds of processor time one by one, in calls of 500 lines.
import com.sun.jna.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

public class Host {
  public interface Rendabel extends Library {
    Pointer rendabel_engine_new(int hostAbi);
    Pointer rendabel_engine_open(Pointer engine, byte[] config, long size);
    void rendabel_engine_free(Pointer engine);
    Pointer rendabel_account_save(Pointer engine, byte[] snapshot, long size, byte[] options, long optionsSize);
    Pointer rendabel_accounts_save(Pointer engine, byte[] snapshots, long size, byte[] options, long optionsSize);
    int rendabel_result_status(Pointer result);
    Pointer rendabel_result_body(Pointer result);
    long rendabel_result_body_size(Pointer result);
    void rendabel_result_free(Pointer result);
  }

  static Rendabel library;

  static String answer(Pointer result) {
    if (library.rendabel_result_status(result) != 0) throw new IllegalStateException();
    byte[] body = library.rendabel_result_body(result).getByteArray(0, (int) library.rendabel_result_body_size(result));
    library.rendabel_result_free(result);
    return new String(body, StandardCharsets.UTF_8);
  }

  static long spent() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static String timed(String place, List<String> lines, int size) {
    Pointer engine = library.rendabel_engine_new(1 << 16);
    byte[] config = ("{\"store\":\"" + place + "\"}").getBytes(StandardCharsets.UTF_8);
    answer(library.rendabel_engine_open(engine, config, config.length));
    long start = spent();
    for (int at = 0; at < lines.size(); at += size) {
      byte[] text = String.join("\n", lines.subList(at, Math.min(lines.size(), at + size))).getBytes(StandardCharsets.UTF_8);
      answer(size == 1 ? library.rendabel_account_save(engine, text, text.length, null, 0)
                       : library.rendabel_accounts_save(engine, text, text.length, null, 0));
    }
    long took = spent() - start;
    library.rendabel_engine_free(engine);
    return String.format(Locale.ROOT, "%.1f", took / 1e6);
  }

  public static void main(String[] given) throws Exception {
    library = Native.load(given[0], Rendabel.class);
    List<String> lines = Files.readAllLines(Path.of(given[2]));
    System.out.println(timed(given[1] + "/one", lines, 1) + " " + timed(given[1] + "/many", lines, 500));
  }
}
