namespace LanChat.Protocol.Text;

/// <summary>
/// Splits a stream into JSON objects, which follow each other directly or after white space. Counts
/// brackets in UTF-8, or in GBK once the bytes are not valid UTF-8; does not parse the content.
/// Buffers one unfinished object of bounded size.
/// </summary>
internal sealed class JsonStream(int longest)
{
    private const int DeepestNesting = 64;

    private readonly ByteBuffer _buffer = new(longest);
    private JsonCutter _utf8 = new(isGbk: false);
    private JsonCutter _gbk = new(isGbk: true);

    /// <summary>
    /// Reads the next object: a text, or a refusal. Returns false once all <paramref name="bytes"/>
    /// are buffered.
    /// </summary>
    public bool TryTake(ref ReadOnlySpan<byte> bytes, out string? text, out Refusal? refusal)
    {
        (text, refusal) = (null, null);
        if (_buffer.Count == 0) bytes = bytes.TrimStart(" \t\r\n"u8);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (!Ends(bytes[at]) && !HasFlaw(_buffer.Count + at + 1, out refusal)) continue;

            _buffer.Add(bytes[..(at + 1)]);
            bytes = bytes[(at + 1)..];
            var found = Release();
            if (refusal is null && !WireText.TryDecode(found, out text)) refusal = Refusal.NotText;
            return true;
        }

        _buffer.Add(bytes);
        bytes = default;
        return false;
    }

    private bool Ends(byte value)
    {
        var (ends, endsInGbk) = (_utf8.Ends(value), _gbk.Ends(value));
        return _utf8.IsText ? ends : endsInGbk;
    }

    private bool HasFlaw(int length, out Refusal? refusal)
    {
        var cutter = _utf8.IsText ? _utf8 : _gbk;
        refusal = !cutter.IsText ? Refusal.NotText
            : cutter.Depth is < 0 or > DeepestNesting ? Refusal.Malformed
            : length >= longest ? Refusal.LineTooLong
            : null;
        return refusal is not null;
    }

    private ReadOnlySpan<byte> Release()
    {
        (_utf8, _gbk) = (new JsonCutter(isGbk: false), new JsonCutter(isGbk: true));
        return _buffer.Release();
    }
}
