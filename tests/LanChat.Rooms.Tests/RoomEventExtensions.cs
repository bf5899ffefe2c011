using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Rooms.Tests;

/// <summary>Short accessors for the events of a room.</summary>
internal static class RoomEventExtensions
{
    public static Nick Nick(string name) =>
        Protocol.Nick.TryCreate(name, out var nick, out var refusal) ? nick : throw new ArgumentException(refusal.Code);

    public static IEnumerable<ChatMessage> Messages(this IEnumerable<RoomEvent> events) =>
        events.SelectMany(said => said switch
        {
            RoomEvent.Spoken spoken => [spoken.Message],
            RoomEvent.HistoryShown shown => shown.Messages,
            _ => [],
        });

    public static string[] Texts(this IEnumerable<RoomEvent> events) =>
        [.. events.Messages().Select(RoomSentences.TextOf)];

    public static string[] Names(this IEnumerable<Member> members) =>
        [.. members.Select(member => member.Nickname)];
}
