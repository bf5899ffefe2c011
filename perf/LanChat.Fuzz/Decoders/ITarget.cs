using LanChat.Fuzz.Inputs;

namespace LanChat.Fuzz.Decoders;

/// <summary>Something that reads what anybody may send.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Reads one input that the dice make. Throws when it does what it must not.</summary>
    /// <returns>How many messages it understood, refusals not counted.</returns>
    int Read(Dice dice);
}
