using Akka.Actor;

namespace LanChat.Client.Scripting;

/// <summary>Output of a command's data.</summary>
/// <param name="writer">Writes the data.</param>
/// <param name="isClosed">Whether the reader has closed the output.</param>
internal sealed class DataOutput(TextWriter writer, Func<bool> isClosed)
{
    /// <summary>
    /// Interval for checking whether the output is closed, for commands that may have nothing to
    /// print for long.
    /// </summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    public static DataOutput Standard => new(new StreamWriter(Console.OpenStandardOutput()), StandardOutput.IsClosed);

    public bool IsClosed => isClosed();

    /// <summary>Prints a text at once. One print at a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="printer">Receives the result: see <see cref="OutputProtocol"/>.</param>
    public void Print(string text, IActorRef printer) => WriteAsync(text).PipeTo(
        printer, success: () =>
            OutputProtocol.Printed.Instance, failure: cause => new OutputProtocol.Failed(cause.Message));

    private async Task WriteAsync(string text)
    {
        if (text.Length == 0) return;
        await writer.WriteAsync(text);
        await writer.FlushAsync();
    }
}
