namespace Akka.Actor;

/// <summary>The actor that is not there: takes everything and does nothing.</summary>
public sealed class Nobody : IActorRef
{
    public static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    public ActorPath Path { get; } = new("akka://all-systems");

    public void Tell(object message, IActorRef sender)
    {
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public int CompareTo(IActorRef? other) => ReferenceEquals(this, other) ? 0 : Path.CompareTo(other?.Path);

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public override string ToString() => $"[{Path}]";
}
