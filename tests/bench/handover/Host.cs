// Host.cs STORE BOOK (P/Invoke): milliseconds of processor time one by one, in calls of 500 lines.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class Host {
  const string Library = "librendabel.so.1";
  [DllImport(Library)] static extern IntPtr rendabel_engine_new(int hostAbi);
  [DllImport(Library)] static extern IntPtr rendabel_engine_open(IntPtr engine, byte[] config, long size);
  [DllImport(Library)] static extern void rendabel_engine_free(IntPtr engine);
  [DllImport(Library)] static extern IntPtr rendabel_account_save(IntPtr engine, byte[] snapshot, long size, byte[] options, long optionsSize);
  [DllImport(Library)] static extern IntPtr rendabel_accounts_save(IntPtr engine, byte[] snapshots, long size, byte[] options, long optionsSize);
  [DllImport(Library)] static extern int rendabel_result_status(IntPtr result);
  [DllImport(Library)] static extern IntPtr rendabel_result_body(IntPtr result);
  [DllImport(Library)] static extern long rendabel_result_body_size(IntPtr result);
  [DllImport(Library)] static extern void rendabel_result_free(IntPtr result);

  static string Answer(IntPtr result) {
    if (rendabel_result_status(result) != 0) throw new InvalidOperationException();
    byte[] body = new byte[rendabel_result_body_size(result)];
    Marshal.Copy(rendabel_result_body(result), body, 0, body.Length);
    rendabel_result_free(result);
    return Encoding.UTF8.GetString(body);
  }

  static string Timed(string place, List<string> lines, int size) {
    IntPtr engine = rendabel_engine_new(1 << 16);
    byte[] config = Encoding.UTF8.GetBytes("{\"store\":\"" + place + "\"}");
    Answer(rendabel_engine_open(engine, config, config.Length));
    TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
    for (int at = 0; at < lines.Count; at += size) {
      byte[] text = Encoding.UTF8.GetBytes(string.Join("\n", lines.GetRange(at, Math.Min(size, lines.Count - at))));
      Answer(size == 1 ? rendabel_account_save(engine, text, text.Length, null, 0)
                       : rendabel_accounts_save(engine, text, text.Length, null, 0));
    }
    TimeSpan took = Process.GetCurrentProcess().TotalProcessorTime - start;
    rendabel_engine_free(engine);
    return took.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
  }

  static void Main(string[] given) {
    List<string> lines = new List<string>(File.ReadAllLines(given[1]));
    Console.WriteLine(Timed(given[0] + "/one", lines, 1) + " " + Timed(given[0] + "/many", lines, 500));
  }
}
