namespace Akka.Actor;

/// <summary>What a parent does when its dying children are gone.</summary>
internal enum AwaitedChildren
{
    None,
    ForCreation,
    ForRestart,
    ForTermination,
}
