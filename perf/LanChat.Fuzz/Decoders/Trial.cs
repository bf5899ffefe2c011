using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Decoders;

/// <summary>Makes of a seed one input for one reader. Not thread-safe.</summary>
internal sealed class Trial
{
    private readonly ITarget[] _targets = Targets(new Audience());

    /// <summary>Whose input the seed makes.</summary>
    public ITarget TargetOf(ulong seed) => new Dice(seed).Of(_targets);

    /// <summary>Reads the input; throws when a reader does what it must not.</summary>
    public int Read(ulong seed)
    {
        var dice = new Dice(seed);
        return dice.Of(_targets).Read(dice);
    }

    // The native dialect has three modes, so it gets three times as many.
    private static ITarget[] Targets(Audience audience) =>
    [
        .. AllDialects.List.Select(dialect => new ConversationTarget(dialect, audience)),
        .. Enumerable.Repeat(new ConversationTarget(AllDialects.List[0], audience), 2),
        new AnnouncementTarget(),
        new FrameTarget(),
        new NameTarget(),
    ];
}
