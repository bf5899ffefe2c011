namespace Akka.Actor;

/// <summary>Marks a message that is not taken from outside.</summary>
public interface IPossiblyHarmful;
