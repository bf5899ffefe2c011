namespace LanChat.Rooms;

/// <summary>What is known of the private messages that are kept.</summary>
/// <param name="LastSerial">The serial of the last one.</param>
/// <param name="Numbers">The last number of each pair of accounts.</param>
/// <param name="Refs">The refs of the newest ones, oldest first.</param>
public sealed record PrivateLogState(
    long LastSerial, IReadOnlyDictionary<string, long> Numbers, IReadOnlyList<string> Refs)
{
    public static readonly PrivateLogState None = new(0, new Dictionary<string, long>(), []);
}
