using LanChat.Protocol;
using LanChat.Protocol.Text;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>A small text file that somebody wants to share.</summary>
/// <param name="Wish">What to ask of the room; null when that is not possible.</param>
/// <param name="Problem">Why not, a sentence for the user.</param>
internal sealed record OutgoingFile(ClientMessage.Share? Wish, string Problem)
{
    /// <summary>More is not read: a room takes less.</summary>
    public const int MostBytes = 1024 * 1024;
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads it; may take a while, on a network drive for example.</summary>
    /// <param name="typed">Its path, as the user put it.</param>
    /// <param name="to">Who alone is to have it; null for everyone.</param>
    public static OutgoingFile Read(string typed, string? to = null)
    {
        var path = PlainFile.Find(UserPath.Expand(typed));
        if (Directory.Exists(path)) return Unfit(FileTexts.IsAFolder(typed));
        if (!File.Exists(path)) return Unfit(FileTexts.NoSuchFile(typed));
        if (!PlainFile.Is(path)) return Unfit(FileTexts.NoPlainFile(typed));
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MostBytes + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MostBytes) return Unfit(FileTexts.TooLarge(typed, MostBytes / 1024));
            return WireText.TryDecode(bytes.AsSpan(0, count), out var text)
                ? new OutgoingFile(new ClientMessage.Share(Path.GetFileName(path), text.TrimStart(ByteOrderMark), to), "")
                : Unfit(FileTexts.NoText(typed));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Unfit(FileTexts.Unreadable(typed, DiskProblem.Of(failed)));
        }
    }

    private static OutgoingFile Unfit(string why) => new(null, why);
}
