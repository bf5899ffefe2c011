namespace Akka.Actor;

/// <summary>What a supervisor does about a failed child.</summary>
public enum Directive
{
    /// <summary>Go on with the next message as if nothing had happened.</summary>
    Resume,

    /// <summary>Replace the instance, keep the mailbox.</summary>
    Restart,

    /// <summary>Fail in turn: let the next supervisor up decide.</summary>
    Escalate,

    /// <summary>Stop it for good.</summary>
    Stop,
}
