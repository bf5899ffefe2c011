using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>What kind of file it is: pictures by their name, text by its content, since older clients are shown it.</summary>
internal sealed class MediaType(string name)
{
    private readonly Decoder _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private char[] _characters = [];
    private bool _isText = true;

    public string Known => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        _ => _isText ? "text/plain" : "application/octet-stream",
    };

    /// <summary>This comes next in it.</summary>
    public void Look(ReadOnlySpan<byte> bytes)
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
