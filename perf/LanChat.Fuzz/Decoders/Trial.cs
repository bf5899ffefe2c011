using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Decoders;

/// <summary>Makes one input for one decoder from a seed. Not thread-safe.</summary>
internal sealed class Trial
{
    private readonly ITarget[] _targets = Targets(new Audience());

    /// <summary>The decoder that a seed selects.</summary>
    public ITarget TargetOf(ulong seed) => new Dice(seed).Of(_targets);

    /// <summary>Reads the input; throws if an invariant is violated.</summary>
    public int Read(ulong seed)
    {
        var dice = new Dice(seed);
        return dice.Of(_targets).Read(dice);
    }

    // The native dialect has three modes and gets three times as many inputs.
    private static ITarget[] Targets(Audience audience) =>
    [
        .. AllDialects.List.Select(dialect => new ConversationTarget(dialect, audience)),
        .. Enumerable.Repeat(new ConversationTarget(AllDialects.List[0], audience), 2),
        new AnnouncementTarget(),
        new FrameTarget(),
        new NameTarget(),
    ];
}
