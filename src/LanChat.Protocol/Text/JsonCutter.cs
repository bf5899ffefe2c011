namespace LanChat.Protocol.Text;

/// <summary>
/// Finds the end of a JSON object byte by byte, in UTF-8 or GBK. The second byte of a GBK character
/// may equal a backslash, so the encoding matters.
/// </summary>
internal struct JsonCutter(bool isGbk)
{
    private CharacterFollower _characters = new(isGbk);
    private bool _inString;
    private bool _isEscaped;

    /// <summary>The number of open brackets.</summary>
    public int Depth { get; private set; }

    /// <summary>
    /// Whether all bytes so far are valid; never true again after an invalid byte.
    /// </summary>
    public readonly bool IsText => _characters.IsText;

    /// <summary>Reads a byte; returns whether it ends the object.</summary>
    public bool Ends(byte value)
    {
        if (!_characters.Read(value) || _isEscaped)
        {
            _isEscaped = false;
        }
        else if (_inString)
        {
            _isEscaped = value == '\\';
            _inString = value != '"';
        }
        else
        {
            _inString = value == '"';
            Depth += value switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
            return Depth == 0;
        }

        return false;
    }
}
