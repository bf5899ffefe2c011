namespace LanChat.Protocol.Text;

/// <summary>
/// Follows a JSON object byte by byte to its end, in UTF-8 or in GBK, where half a character may
/// look like a backslash.
/// </summary>
internal struct JsonCutter(bool isGbk)
{
    private CharacterFollower _characters = new(isGbk);
    private bool _inString;
    private bool _isEscaped;

    /// <summary>How many brackets are open.</summary>
    public int Depth { get; private set; }

    /// <summary>False for good once a byte came that this encoding does not have there.</summary>
    public readonly bool IsText => _characters.IsText;

    /// <summary>Takes a byte; true when it ends the object.</summary>
    public bool Ends(byte value)
    {
        if (!_characters.Take(value) || _isEscaped)
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
