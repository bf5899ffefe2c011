namespace Akka.Actor;

/// <summary>An actor that wants a stash without a limit; it is set before its constructor runs.</summary>
public interface IWithUnboundedStash : IActorStash;
