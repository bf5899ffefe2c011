using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>The children of one actor, by name, and what their parent waits for while some of them are dying.</summary>
internal sealed class Children
{
    private readonly Lock _lock = new();
    private Dictionary<string, ChildStats>? _byName;

    // Gone, but their parent has not heard of it yet.
    private Dictionary<IActorRef, ChildStats>? _gone;
    private int _dying;
    private long _named;
    private AwaitedChildren _awaited;

    /// <summary>Whether the parent is created or restarted only when some children are gone.</summary>
    public bool AwaitedForStart => _awaited is AwaitedChildren.ForCreation or AwaitedChildren.ForRestart;

    public bool IsTerminating => _awaited == AwaitedChildren.ForTermination;

    public LocalActorRef Add(ActorCell parent, Props props, string? name)
    {
        if (name is not null && !ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"Illegal actor name [{name}]. It must not be empty or start with '$' and may hold ASCII letters, digits and -_.*$+:@&=,!~';()");
        }

        lock (_lock)
        {
            if (IsTerminating)
                throw new InvalidOperationException($"Cannot start actor \"{name}\" below {parent.Self.Path}, which is terminating or terminated.");
            name ??= NextName(_named++);
            if (_byName?.ContainsKey(name) == true)
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");

            var path = new ActorPath(parent.Self.Path, name, NewUid());
            var child = new LocalActorRef(parent.SystemImpl, props, parent.SelfRef, path);
            (_byName ??= []).Add(name, new ChildStats(child));
            return child;
        }
    }

    public LocalActorRef? Find(string name)
    {
        lock (_lock)
            return _byName?.GetValueOrDefault(name)?.Ref;
    }

    public bool TryFind(IActorRef child, [NotNullWhen(true)] out ChildStats? stats)
    {
        lock (_lock)
        {
            stats = _byName?.GetValueOrDefault(child.Path.Name);
            if (ReferenceEquals(stats?.Ref, child))
                return true;
            stats = null;
            return false;
        }
    }

    /// <summary>All of them at this moment.</summary>
    public ChildStats[] All()
    {
        lock (_lock)
            return _byName is null ? [] : [.. _byName.Values];
    }

    public void MarkDying(IActorRef child)
    {
        if (!TryFind(child, out var stats))
            return;
        lock (_lock)
        {
            if (!stats.IsDying)
                _dying++;
            stats.IsDying = true;
        }
    }

    /// <summary>From now on the parent waits for those that are dying. False if none is: nothing to wait for.</summary>
    public bool Await(AwaitedChildren reason)
    {
        lock (_lock)
        {
            if (_dying > 0 || reason == AwaitedChildren.ForTermination)
                _awaited = reason;
            return _dying > 0;
        }
    }

    /// <summary>A child is at its end: from now on its name is free. Called by the child, before anybody is told.</summary>
    public void FreeName(LocalActorRef child)
    {
        lock (_lock)
        {
            if (_byName?.Remove(child.Path.Name, out var stats) == true)
                (_gone ??= []).Add(child, stats);
        }
    }

    /// <summary>The parent has heard of the end of a child. Says what it has waited for, if this was the last one.</summary>
    public AwaitedChildren Remove(IActorRef child)
    {
        lock (_lock)
        {
            if (_gone?.Remove(child, out var stats) != true)
                return AwaitedChildren.None;
            if (stats!.IsDying)
                _dying--;
            if (_dying > 0)
                return AwaitedChildren.None;

            var awaited = _awaited;
            if (!IsTerminating)
                _awaited = AwaitedChildren.None;
            return awaited;
        }
    }

    internal static long NewUid() => Random.Shared.NextInt64(1, int.MaxValue);

    /// <summary>$a, $b … $z, $A …, $ba …: unique below one parent.</summary>
    internal static string NextName(long number)
    {
        const string digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
        Span<char> name = stackalloc char[12];
        var length = 0;
        name[length++] = '$';
        do
        {
            name[length++] = digits[(int)(number & 63)];
            number >>= 6;
        }
        while (number > 0);
        return name[..length].ToString();
    }
}
