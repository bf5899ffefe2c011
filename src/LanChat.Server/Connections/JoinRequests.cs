using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Rooms;
using LanChat.Server.Search;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>Turns a client's greeting into a join, and the room's answer into a welcome.</summary>
internal static class JoinRequests
{
    private const int LongestDeviceName = 60;

    /// <summary>Makes the join request; returns false if the nickname is invalid.</summary>
    /// <param name="entry">The greeting.</param>
    /// <param name="key">
    /// The proven device key; its owner keeps a nickname that newer rules would refuse.
    /// </param>
    /// <param name="remote">The client's address.</param>
    /// <param name="limits">Has the maximum length of a nickname.</param>
    /// <param name="join">The request.</param>
    /// <param name="refusal">Why the nickname is invalid.</param>
    public static bool TryCreate(
        EnterRequest entry,
        string? key,
        PeerAddress remote,
        LimitSettings limits,
        [NotNullWhen(true)] out RoomProtocol.Join? join,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        join = null;
        if (!Nick.TryCreate(entry.Nickname, limits.Nickname, out var nick, out refusal)
            && (key is null || !Nick.TryRecall(entry.Nickname, out nick))) return false;

        join = new RoomProtocol.Join(nick, remote, Otherwise(entry, limits), entry.Numbering, entry.Since)
        {
            Log = entry.Log,
            NickRefusal = refusal,
            Device = key,
            DeviceName = DeviceNameOf(entry),
            LinkCode = entry.LinkCode,
            ClientId = entry.ClientId,
            IsSecondary = entry.IsSecondary,
            Room = entry.Room,
            Password = entry.Password,
            Code = entry.Code,
            AcknowledgesBatches = true,
        };
        return true;
    }

    /// <summary>The refusal for this client; keeps it connected if it may retry.</summary>
    public static Refusal RefusalFor(EnterRequest entry, Refusal reason) =>
        entry.MayRetry && reason.Code.StartsWith("nickname-", StringComparison.Ordinal)
            ? reason with { Closes = false }
            : reason;

    /// <summary>The first event a client gets; the entrance follows it.</summary>
    public static Welcomed Welcome(
        RoomProtocol.Joined joined, ServerSettings settings, TimeProvider clock, FileOffer? files, string? taken) =>
        new(joined.Room, joined.You, settings.Limits.Line, settings.Flood.RateLimit(), AnswersPings: true)
        {
            KnowsRefs = settings.History.Refs > 0,
            LongestPage = HistoryQueries.MaxMessages,
            IsYours = joined.IsOwner,
            Files = files,
            Log = joined.Log,
            Zone = WireTime.ZoneOf(clock.LocalTimeZone),
            Taken = taken,
            HasRooms = true,
            HasAccount = joined.HasAccount,
        };

    // The rules of nicknames keep out what could disguise a name.
    private static string DeviceNameOf(EnterRequest entry) =>
        Nick.TryCreate(entry.DeviceName ?? "", LongestDeviceName, out var name, out _) ? name.Text : "";

    private static Nick? Otherwise(EnterRequest entry, LimitSettings limits) =>
        entry.Otherwise is { } other && Nick.TryCreate(other, limits.Nickname, out var nick, out _) ? nick : null;
}
