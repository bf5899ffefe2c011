namespace Akka.Event;

/// <summary>Marks a message of which nobody needs to know that it did not arrive.</summary>
public interface IDeadLetterSuppression;
