namespace Akka.Actor;

/// <summary>Marks a message that does not put off the receive timeout.</summary>
public interface INotInfluenceReceiveTimeout;
