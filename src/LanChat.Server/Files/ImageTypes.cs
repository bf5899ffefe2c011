namespace LanChat.Server.Files;

/// <summary>
/// The image types that browsers may show inline, recognised by content or by name.
/// </summary>
internal static class ImageTypes
{
    /// <summary>Number of leading bytes that identify an image.</summary>
    public const int SignatureBytes = 12;

    /// <summary>The media type of a file of unknown type.</summary>
    public const string UnknownType = "application/octet-stream";

    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Gif = "image/gif";
    private const string Webp = "image/webp";

    private static readonly HashSet<string> All = [Png, Jpeg, Gif, Webp];

    /// <summary>Whether a media type is an image type shown inline.</summary>
    public static bool Contains(string type) => All.Contains(type);

    /// <summary>
    /// The media type of a file: by its content if that is an image, else as declared.
    /// </summary>
    /// <param name="beginning">The first <see cref="SignatureBytes"/> bytes, or fewer.</param>
    /// <param name="name">The file name; decides if the content is too short.</param>
    /// <param name="declared">The media type the sender declared.</param>
    public static string TypeOf(ReadOnlySpan<byte> beginning, string name, string declared) =>
        OfContent(beginning)
        ?? (declared == UnknownType && beginning.Length < SignatureBytes ? OfName(name) : null)
        ?? declared;

    private static string? OfContent(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _,
            (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
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
