namespace Akka.Actor;

/// <summary>An actor that has a stash.</summary>
public interface IActorStash
{
    IStash Stash { get; set; }
}
