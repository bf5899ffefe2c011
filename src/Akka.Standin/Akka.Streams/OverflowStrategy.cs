namespace Akka.Streams;

/// <summary>What a full buffer does with one more element.</summary>
public enum OverflowStrategy
{
    /// <summary>Forgets the oldest one for it.</summary>
    DropHead = 2,

    /// <summary>Forgets the youngest one for it.</summary>
    DropTail,

    /// <summary>Forgets all for it.</summary>
    DropBuffer,

    /// <summary>Does not take it.</summary>
    DropNew,

    /// <summary>Lets it wait until there is room.</summary>
    Backpressure,

    /// <summary>Fails the stream.</summary>
    Fail,
}
