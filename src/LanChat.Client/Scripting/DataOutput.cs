using Akka.Actor;

namespace LanChat.Client.Scripting;

/// <summary>Where a command prints what it found, and nothing else.</summary>
/// <param name="writer">Takes it.</param>
/// <param name="isClosed">Whether nobody reads it any more.</param>
internal sealed class DataOutput(TextWriter writer, Func<bool> isClosed)
{
    /// <summary>
    /// How often who may have nothing to print for long looks whether the output is closed.
    /// </summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static DataOutput Standard => new(new StreamWriter(Console.OpenStandardOutput()), StandardOutput.IsClosed);

    public bool IsClosed => isClosed();

    /// <summary>Prints it at once, whole; one thing at a time.</summary>
    /// <param name="text">What is printed.</param>
    /// <param name="printer">Is told how that went: see <see cref="OutputProtocol"/>.</param>
    public void Print(string text, IActorRef printer) => Write(text).PipeTo(
        printer, success: () =>
            OutputProtocol.Printed.Instance, failure: cause => new OutputProtocol.Failed(cause.Message));

    private async Task Write(string text)
    {
        if (text.Length == 0) return;
        await writer.WriteAsync(text);
        await writer.FlushAsync();
    }
}
