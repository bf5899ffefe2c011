namespace LanChat.Protocol.Text;

/// <summary>
/// Validates text byte by byte, in UTF-8 or GBK (code page 936), and finds the ends of its
/// characters.
/// </summary>
internal struct CharacterFollower(bool isGbk)
{
    private int _missing;
    private byte _least;
    private byte _most;

    /// <summary>
    /// Whether all bytes so far are valid; never true again after an invalid byte.
    /// </summary>
    public bool IsText { get; private set; } = true;

    /// <summary>Whether a character is incomplete.</summary>
    public readonly bool IsInside => _missing > 0;

    /// <summary>
    /// Reads a byte; returns whether it is an ASCII character and not part of another character.
    /// </summary>
    public bool Read(byte value)
    {
        if (_missing > 0)
        {
            IsText &= value >= _least && value <= _most && value != 0x7F;
            (_missing, _least, _most) = (_missing - 1, 0x80, 0xBF);
            return false;
        }

        if (value < 0x80) return true;
        (_missing, _least, _most) = isGbk ? AfterGbk(value) : AfterUtf8(value);
        IsText &= _missing >= 0;
        return false;
    }

    // Returns the number of bytes that follow the first byte, and the range of the next one.
    private static (int Missing, byte Least, byte Most) AfterUtf8(byte first) => first switch
    {
        < 0xC2 or > 0xF4 => (-1, 0, 0),
        < 0xE0 => (1, 0x80, 0xBF),
        0xE0 => (2, 0xA0, 0xBF),
        0xED => (2, 0x80, 0x9F),
        < 0xF0 => (2, 0x80, 0xBF),
        0xF0 => (3, 0x90, 0xBF),
        0xF4 => (3, 0x80, 0x8F),
        _ => (3, 0x80, 0xBF),
    };

    private static (int Missing, byte Least, byte Most) AfterGbk(byte first) => first switch
    {
        0x80 => (0, 0, 0),
        0xFF => (-1, 0, 0),
        _ => (1, 0x40, 0xFE),
    };
}
