using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>
/// Guesses the media type: pictures by extension, text by content, because older clients are shown
/// the text of a shared file.
/// </summary>
internal sealed class MediaType(string name)
{
    private readonly Decoder _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private char[] _characters = [];
    private bool _isText = true;

    public string Name => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        _ => _isText ? "text/plain" : "application/octet-stream",
    };

    /// <summary>Inspects the next bytes of the file.</summary>
    public void Inspect(ReadOnlySpan<byte> bytes)
    {
        if (!_isText) return;
        if (_characters.Length <= bytes.Length) _characters = new char[bytes.Length + 1];
        try
        {
            _utf8.GetChars(bytes, _characters, flush: false);
            _isText = !bytes.Contains((byte)0);
        }
        catch (DecoderFallbackException)
        {
            _isText = false;
        }
    }
}
