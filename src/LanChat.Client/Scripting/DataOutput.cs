namespace LanChat.Client.Scripting;

/// <summary>Where a command prints what it found, and nothing else.</summary>
/// <param name="writer">Takes it.</param>
/// <param name="isClosed">Whether nobody reads it any more.</param>
internal sealed class DataOutput(TextWriter writer, Func<bool> isClosed)
{
    public static DataOutput Standard => new(new StreamWriter(System.Console.OpenStandardOutput()), StandardOutput.IsClosed);

    public bool IsClosed => isClosed();

    /// <summary>Prints it at once, whole.</summary>
    public async Task Write(string text)
    {
        if (text.Length == 0) return;
        await writer.WriteAsync(text);
        await writer.FlushAsync();
    }
}
