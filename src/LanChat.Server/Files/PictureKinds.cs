namespace LanChat.Server.Files;

/// <summary>The kinds of pictures that browsers may show: what they are called, how their content begins, and how their names end.</summary>
internal static class PictureKinds
{
    /// <summary>So many bytes of a file tell which of them it is, if it is one.</summary>
    public const int Telling = 12;

    /// <summary>The media type of what nobody says anything of.</summary>
    public const string Unknown = "application/octet-stream";

    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Gif = "image/gif";
    private const string Webp = "image/webp";

    private static readonly HashSet<string> All = [Png, Jpeg, Gif, Webp];

    /// <summary>Whether a media type is one of theirs.</summary>
    public static bool Contains(string type) => All.Contains(type);

    /// <summary>The media type of a file: that of a picture where its content is one, else the one its sender said.</summary>
    /// <param name="beginning">Its first bytes, as many as there are up to <see cref="Telling"/>.</param>
    /// <param name="name">Its name, which counts for what is too short to be told by its content.</param>
    /// <param name="said">What its sender said.</param>
    public static string TypeOf(ReadOnlySpan<byte> beginning, string name, string said) =>
        Of(beginning) ?? (said == Unknown && beginning.Length < Telling ? OfName(name) : null) ?? said;

    private static string? Of(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        _ => null,
    };

    private static string? OfName(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => Png,
        ".JPG" or ".JPEG" => Jpeg,
        ".GIF" => Gif,
        ".WEBP" => Webp,
        _ => null,
    };
}
