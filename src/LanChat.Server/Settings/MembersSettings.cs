using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.members</c>: minimum interval between member lists.</summary>
internal sealed record MembersSettings(TimeSpan Interval, TimeSpan IntervalPerMember)
{
    public static MembersSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.server.members.interval", TimeSpan.FromMilliseconds(1)),
        settings.Duration("lanchat.server.members.interval-per-member", TimeSpan.Zero, TimeSpan.FromSeconds(1)));

    /// <summary>The interval for a room with this many members.</summary>
    public TimeSpan For(int members) => Interval + (members * IntervalPerMember);
}
