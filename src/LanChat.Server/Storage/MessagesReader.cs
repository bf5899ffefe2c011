using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>Reads what is in memory.</summary>
/// <param name="messages">Oldest first.</param>
internal sealed class MessagesReader(IReadOnlyList<ChatMessage> messages) : IHistoryReader
{
    public IReadOnlyList<ChatMessage> Below(long id, int most) =>
        [.. messages.Where(message => message.Id < id && IsPublic(message)).TakeLast(most)];

    public IReadOnlyList<ChatMessage> Above(long id, int most) =>
        [.. messages.Where(message => message.Id > id && IsPublic(message)).Take(most)];

    public Findings Search(Query query)
    {
        var found = messages.Reverse().Where(query.Matches).Take(query.Limit + 1).ToArray();
        return found.Length > query.Limit ? new Findings(
            found[..query.Limit], found[query.Limit - 1].Id, false) : new Findings(found, null, false);
    }

    public void Dispose()
    {
    }

    private static bool IsPublic(ChatMessage message) => message.Kind != MessageKind.Private;
}
