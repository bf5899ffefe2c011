namespace LanChat.Fuzz.Inputs;

/// <summary>The bytes of one read, and whether a pause follows.</summary>
internal sealed class Piece(ReadOnlySpan<byte> bytes, bool pauses)
{
    public List<byte> Bytes { get; } = [.. bytes];

    public bool Pauses { get; set; } = pauses;
}
