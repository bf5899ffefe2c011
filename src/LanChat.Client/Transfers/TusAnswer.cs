namespace LanChat.Client.Transfers;

/// <summary>What a room's HTTP server answered.</summary>
/// <param name="Status">The status; 0 when nothing came.</param>
/// <param name="Sentence">What it said, for people; may be empty.</param>
/// <param name="Offset">How many bytes it has, where it said so.</param>
/// <param name="Location">The upload's path, where it said so.</param>
internal sealed record TusAnswer(int Status, string Sentence = "", long? Offset = null, string? Location = null)
{
    public static readonly TusAnswer None = new(0);
}
