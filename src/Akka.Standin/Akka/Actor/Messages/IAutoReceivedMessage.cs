namespace Akka.Actor;

/// <summary>Marks a message that the library handles itself before the actor's own behaviour sees it.</summary>
public interface IAutoReceivedMessage;
