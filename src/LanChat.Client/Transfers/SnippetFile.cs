using LanChat.Protocol;
using LanChat.Protocol.Text;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>A small text file to share inside a message.</summary>
/// <param name="Request">The request; null on failure.</param>
/// <param name="Problem">The reason of a failure, a sentence for the user.</param>
internal sealed record SnippetFile(ClientMessage.Share? Request, string Problem)
{
    /// <summary>Maximum number of bytes to read; a room accepts less.</summary>
    public const int MaxBytes = 1024 * 1024;
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads the file; blocks, possibly for long on a network drive.</summary>
    /// <param name="typed">The path as typed by the user.</param>
    /// <param name="to">Nickname of the only recipient; null for everyone.</param>
    public static SnippetFile Read(string typed, string? to = null)
    {
        var path = RegularFile.Find(UserPath.Expand(typed));
        if (Directory.Exists(path)) return Unfit(FileTexts.IsAFolder(typed));
        if (!File.Exists(path)) return Unfit(FileTexts.NoSuchFile(typed));
        if (!RegularFile.Is(path)) return Unfit(FileTexts.NoPlainFile(typed));
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxBytes + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MaxBytes) return Unfit(FileTexts.TooLarge(typed, MaxBytes / 1024));
            if (!WireText.TryDecode(bytes.AsSpan(0, count), out var text)) return Unfit(FileTexts.NoText(typed));
            text = text.TrimStart(ByteOrderMark);
            return new SnippetFile(new ClientMessage.Share(Path.GetFileName(path), text, to), "");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Unfit(FileTexts.Unreadable(typed, DiskProblem.Of(failed)));
        }
    }

    private static SnippetFile Unfit(string why) => new(null, why);
}
