using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Rooms;
using LanChat.Server.Search;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>A client's greeting as the room is asked, and the room's answer as the client is welcomed.</summary>
internal static class JoinRequests
{
    /// <summary>Makes the request; false when the nickname is none that anybody can have.</summary>
    /// <param name="entry">The greeting.</param>
    /// <param name="key">The device key that was proven; its owner keeps a nickname that would be refused today.</param>
    /// <param name="remote">Where the client is.</param>
    /// <param name="limits">How long a nickname may be.</param>
    /// <param name="join">The request.</param>
    /// <param name="refusal">What is wrong with the nickname.</param>
    public static bool TryCreate(
        ClientMessage.Enter entry,
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
            Unfit = refusal,
            Key = key,
            IsBeside = entry.IsBeside,
            SaysWhatItTook = true,
        };
        return true;
    }

    /// <summary>The refusal as this client gets it: some may try another nickname.</summary>
    public static Refusal RefusalFor(ClientMessage.Enter entry, Refusal reason) =>
        entry.MayRetry && reason.Code.StartsWith("nickname-", StringComparison.Ordinal)
            ? reason with { Closes = false }
            : reason;

    /// <summary>What the client is told first; the rest of the room follows.</summary>
    public static RoomEvent.Welcomed Welcome(
        RoomProtocol.Joined joined, ServerSettings settings, TimeProvider clock, FileOffer? files, string? taken) =>
        new(settings.Room.Name.Text, joined.You, settings.Limits.Line, settings.Flood.Pace(), AnswersPings: true)
        {
            KnowsRefs = settings.History.Refs > 0,
            LongestPage = Answers.Most,
            IsYours = joined.IsYours,
            Files = files,
            Log = joined.Log,
            Zone = WireTime.ZoneOf(clock.LocalTimeZone),
            Taken = taken,
        };

    private static Nick? Otherwise(ClientMessage.Enter entry, LimitSettings limits) =>
        entry.Otherwise is { } other && Nick.TryCreate(other, limits.Nickname, out var nick, out _) ? nick : null;
}
