using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// A system message as the columns of the table <c>message</c> and the fields of an export.
/// </summary>
/// <param name="About">The member who joined, left or was renamed, by the new nickname.</param>
/// <param name="Was">The nickname before a rename.</param>
/// <param name="Event">
/// The event, if the kind does not determine it (<see cref="SystemMessage.Code"/>).
/// </param>
/// <param name="Lost">The number of lost messages.</param>
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

    /// <summary>The system message; null if the fields do not suffice for the kind.</summary>
    public SystemMessage? Read(MessageKind kind) => (kind, About, Was) switch
    {
        (MessageKind.Joined, { } who, _) => new SystemMessage.Joined(who),
        (MessageKind.Left, { } who, _) => new SystemMessage.Left(who),
        (MessageKind.Renamed, { } who, { } was) => new SystemMessage.Renamed(who, was),
        (MessageKind.Room, _, _) => SystemMessage.OfRoom(Event, Lost),
        _ => null,
    };
}
