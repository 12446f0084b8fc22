// The smallest host in C# (P/Invoke; mono 6 or .NET): the same as samples/c/host.c, byte for byte.
// Usage: mcs Host.cs && mono Host.exe STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
// librendabel.so.1 is found where the system's loader looks (LD_LIBRARY_PATH).
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class Host {
  const string Library = "librendabel.so.1";
  [DllImport(Library)] static extern int rendabel_abi_supports(int hostAbi);
  [DllImport(Library)] static extern IntPtr rendabel_status_name(int status);
  [DllImport(Library)] static extern IntPtr rendabel_engine_new(int hostAbi);
  [DllImport(Library)] static extern IntPtr rendabel_engine_open(IntPtr engine, byte[] config, long size);
  [DllImport(Library)] static extern void rendabel_engine_free(IntPtr engine);
  [DllImport(Library)] static extern IntPtr rendabel_settings_set(IntPtr engine, byte[] patch, long size, byte[] options, long optionsSize);
  [DllImport(Library)] static extern IntPtr rendabel_accounts_save(IntPtr engine, byte[] snapshots, long size, byte[] options, long optionsSize);
  [DllImport(Library)] static extern IntPtr rendabel_accounts_get(IntPtr engine, byte[] asOf, byte[] options, long optionsSize);
  [DllImport(Library)] static extern IntPtr rendabel_calls_plan(IntPtr engine, byte[] asOf, byte[] options, long optionsSize);
  [DllImport(Library)] static extern int rendabel_result_status(IntPtr result);
  [DllImport(Library)] static extern IntPtr rendabel_result_message(IntPtr result);
  [DllImport(Library)] static extern IntPtr rendabel_result_body(IntPtr result);
  [DllImport(Library)] static extern long rendabel_result_body_size(IntPtr result);
  [DllImport(Library)] static extern void rendabel_result_free(IntPtr result);

  /// The body of a result, which is freed; a failure ends the program.
  static byte[] Answer(string what, IntPtr result) {
    int status = rendabel_result_status(result);
    byte[] body = new byte[rendabel_result_body_size(result)];
    Marshal.Copy(rendabel_result_body(result), body, 0, body.Length);
    string message = Marshal.PtrToStringAnsi(rendabel_result_message(result));
    rendabel_result_free(result);
    if (status == 0) return body;
    string name = Marshal.PtrToStringAnsi(rendabel_status_name(status));
    throw new InvalidOperationException(what + ": " + name + ": " + message + "\n" + Encoding.UTF8.GetString(body));
  }

  static int Main(string[] given) {
    if (rendabel_abi_supports(1 << 16) != 1) throw new InvalidOperationException("this library speaks another version");
    byte[] settings = File.ReadAllBytes(given[1]), book = File.ReadAllBytes(given[2]);
    byte[] asOf = Encoding.UTF8.GetBytes(given[3] + "\0"), config = Encoding.UTF8.GetBytes("{\"store\":\"" + given[0] + "\"}");
    byte[] summary = Encoding.UTF8.GetBytes("{\"fields\":\"summary\"}"), dutch = Encoding.UTF8.GetBytes("{\"language\":\"nl\"}");
    IntPtr engine = rendabel_engine_new(1 << 16);
    try {
      Answer("open", rendabel_engine_open(engine, config, config.Length));
      Answer("settings", rendabel_settings_set(engine, settings, settings.Length, null, 0));
      Stream output = Console.OpenStandardOutput();
      foreach (byte[] body in new[] { Answer("save", rendabel_accounts_save(engine, book, book.Length, null, 0)),
                                      Answer("flags", rendabel_accounts_get(engine, asOf, summary, summary.Length)),
                                      Answer("calls", rendabel_calls_plan(engine, asOf, dutch, dutch.Length)) }) {
        output.Write(body, 0, body.Length);
        if (body.Length == 0 || body[body.Length - 1] != '\n') output.WriteByte((byte)'\n');
      }
      return 0;
    } catch (InvalidOperationException failure) { Console.Error.WriteLine(failure.Message); return 1;
    } finally { rendabel_engine_free(engine); }
  }
}
