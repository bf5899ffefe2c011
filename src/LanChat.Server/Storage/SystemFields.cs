using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// What the room itself said, as the columns of the table <c>message</c> and the fields of an
/// export have it.
/// </summary>
/// <param name="About">Who joined, left or was renamed, by the new nickname.</param>
/// <param name="Was">The nickname before.</param>
/// <param name="Event">
/// What happened, where the kind does not say it (<see cref="SystemMessage.Code"/>).
/// </param>
/// <param name="Lost">How many messages are lost.</param>
internal readonly record struct SystemFields(Member? About, string? Was, string? Event, long? Lost)
{
    public static SystemFields Of(SystemMessage? what) => what switch
    {
        SystemMessage.Joined joined => new(joined.Member, null, null, null),
        SystemMessage.Left left => new(left.Member, null, null, null),
        SystemMessage.Renamed renamed => new(renamed.Member, renamed.Was, null, null),
        SystemMessage.StoreRecovered recovered => new(null, null, recovered.Code, recovered.Lost),
        _ => new(null, null, what?.Code, null),
    };

    /// <summary>Null where the fields say nothing of the kind.</summary>
    public SystemMessage? Read(MessageKind kind) => (kind, About, Was) switch
    {
        (MessageKind.Joined, { } who, _) => new SystemMessage.Joined(who),
        (MessageKind.Left, { } who, _) => new SystemMessage.Left(who),
        (MessageKind.Renamed, { } who, { } was) => new SystemMessage.Renamed(who, was),
        (MessageKind.Room, _, _) => SystemMessage.OfRoom(Event, Lost),
        _ => null,
    };
}
