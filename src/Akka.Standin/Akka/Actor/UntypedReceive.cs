namespace Akka.Actor;

/// <summary>A behaviour that handles every message, or says <c>Unhandled</c> itself.</summary>
public delegate void UntypedReceive(object message);
