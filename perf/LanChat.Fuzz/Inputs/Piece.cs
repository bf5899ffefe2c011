namespace LanChat.Fuzz.Inputs;

/// <summary>What arrives in one read, and whether nothing follows for a while.</summary>
internal sealed class Piece(ReadOnlySpan<byte> bytes, bool pauses)
{
    public List<byte> Bytes { get; } = [.. bytes];

    public bool Pauses { get; set; } = pauses;
}
