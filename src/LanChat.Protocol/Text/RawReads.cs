using System.Text.Unicode;

namespace LanChat.Protocol.Text;

/// <summary>
/// Treats the bytes of one read as one message. If the read ends inside a character, buffers the
/// message until the character is complete.
/// </summary>
internal sealed class RawReads(int longest)
{
    private readonly ByteBuffer _buffer = new(longest);
    private CharacterFollower _utf8 = new(isGbk: false);
    private CharacterFollower _gbk = new(isGbk: true);

    /// <summary>Whether a message waits for the rest of its last character.</summary>
    public bool IsCut => _buffer.Count > 0;

    /// <summary>
    /// Consumes all <paramref name="bytes"/>; returns true if they complete a message: a text, or a
    /// refusal.
    /// </summary>
    public bool TryTake(ref ReadOnlySpan<byte> bytes, out string? text, out Refusal? refusal)
    {
        (text, refusal) = (null, null);
        var read = bytes;
        bytes = default;
        if (_buffer.Count + read.Length > longest)
        {
            Release();
            refusal = Refusal.LineTooLong;
            return true;
        }

        if (!IsCut && Utf8.IsValid(read)) return Decode(read, out text, out refusal);
        Hold(read);
        var isCut = (_utf8.IsText ? _utf8 : _gbk) is { IsText: true, IsInside: true };
        return !isCut && TryReadRest(out text, out refusal);
    }

    /// <summary>
    /// Ends the buffered message without the rest of its character; returns false if none is
    /// buffered.
    /// </summary>
    public bool TryReadRest(out string? text, out Refusal? refusal)
    {
        (text, refusal) = (null, null);
        return IsCut && Decode(Release(), out text, out refusal);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        _buffer.Add(bytes);
        foreach (var value in bytes)
        {
            _utf8.Read(value);
            _gbk.Read(value);
        }
    }

    private ReadOnlySpan<byte> Release()
    {
        (_utf8, _gbk) = (new CharacterFollower(isGbk: false), new CharacterFollower(isGbk: true));
        return _buffer.Release();
    }

    private static bool Decode(ReadOnlySpan<byte> bytes, out string? text, out Refusal? refusal)
    {
        refusal = WireText.TryDecode(bytes, out text) ? null : Refusal.NotText;
        return true;
    }
}
