using System.Text.Unicode;

namespace LanChat.Protocol.Text;

/// <summary>
/// Takes whatever one read returned for one message. A character cut in half by the end of a read
/// holds that message back until the rest has come.
/// </summary>
internal sealed class RawReads(int longest)
{
    private readonly HeldBytes _held = new(longest);
    private CharacterFollower _utf8 = new(isGbk: false);
    private CharacterFollower _gbk = new(isGbk: true);

    /// <summary>Whether a message waits for the rest of its last character.</summary>
    public bool IsCut => _held.Count > 0;

    /// <summary>
    /// Takes all of <paramref name="bytes"/>; true when they are a message, which is a text or
    /// refused.
    /// </summary>
    public bool TryTake(ref ReadOnlySpan<byte> bytes, out string? text, out Refusal? refusal)
    {
        (text, refusal) = (null, null);
        var read = bytes;
        bytes = default;
        if (_held.Count + read.Length > longest)
        {
            Release();
            refusal = Refusal.LineTooLong;
            return true;
        }

        if (!IsCut && Utf8.IsValid(read)) return Decode(read, out text, out refusal);
        Hold(read);
        var isCut = (_utf8.IsText ? _utf8 : _gbk) is { IsText: true, IsInside: true };
        return !isCut && TryTakeHeld(out text, out refusal);
    }

    /// <summary>
    /// The rest of the last character will not come; true when something was held.
    /// </summary>
    public bool TryTakeHeld(out string? text, out Refusal? refusal)
    {
        (text, refusal) = (null, null);
        return IsCut && Decode(Release(), out text, out refusal);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        _held.Add(bytes);
        foreach (var value in bytes)
        {
            _utf8.Take(value);
            _gbk.Take(value);
        }
    }

    private ReadOnlySpan<byte> Release()
    {
        (_utf8, _gbk) = (new CharacterFollower(isGbk: false), new CharacterFollower(isGbk: true));
        return _held.Release();
    }

    private static bool Decode(ReadOnlySpan<byte> bytes, out string? text, out Refusal? refusal)
    {
        refusal = WireText.TryDecode(bytes, out text) ? null : Refusal.NotText;
        return true;
    }
}
