using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>What a test kit tells its own actor to do.</summary>
internal static class TestActorCommands
{
    public sealed record Watch(IActorRef Subject);

    public sealed record Unwatch(IActorRef Subject);

    public sealed record Ignore(Func<object, bool>? ShouldIgnore);

    public sealed record Spawn(Props Props, string? Name);

    public sealed record Carried
    {
        public static readonly Carried Out = new();
    }
}
