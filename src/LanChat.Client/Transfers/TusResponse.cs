namespace LanChat.Client.Transfers;

/// <summary>Response of a room's HTTP server.</summary>
/// <param name="Status">The HTTP status; 0 if there was no response.</param>
/// <param name="Sentence">The body, a sentence for people; may be empty.</param>
/// <param name="Offset">The number of bytes the server has, if it said so.</param>
/// <param name="Location">The upload's path, if it said so.</param>
internal sealed record TusResponse(int Status, string Sentence = "", long? Offset = null, string? Location = null)
{
    public static readonly TusResponse None = new(0);
}
