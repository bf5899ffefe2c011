using System.Linq.Expressions;

namespace Akka.Actor;

/// <summary>The recipe of an actor: its type, the arguments of its constructor, and how failures of its children are answered.</summary>
public sealed class Props
{
    private readonly Func<object?[], object> _construct;

    private Props(Type type, object?[] arguments, SupervisorStrategy? strategy, Func<object?[], object> construct)
    {
        Type = type;
        Arguments = arguments!;
        SupervisorStrategy = strategy!;
        _construct = construct;
    }

    public Type Type { get; }

    public object[] Arguments { get; }

    /// <summary>Null: the actor's own.</summary>
    public SupervisorStrategy SupervisorStrategy { get; }

    internal bool RunsWhereTold { get; private init; }

    /// <summary>
    /// From an expression of the form <c>() => new SomeActor(…)</c>. The arguments are evaluated here and now, once: a restarted actor gets
    /// the same values again.
    /// </summary>
    /// <exception cref="ArgumentException">The expression is anything else.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is not NewExpression { Constructor: { } constructor } creation)
            throw new ArgumentException("The create function must be a 'new T (args)' expression");
        return new Props(creation.Type, ArgumentValues.Of(creation), supervisorStrategy, ActorConstructors.For(constructor));
    }

    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => Create(typeof(TActor)).WithSupervisorStrategy(supervisorStrategy);

    public static Props Create(Type type, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new Props(type, args, null, ActorConstructors.Matching(type));
    }

    public Props WithSupervisorStrategy(SupervisorStrategy? supervisorStrategy) =>
        new(Type, Arguments, supervisorStrategy, _construct) { RunsWhereTold = RunsWhereTold };

    /// <summary>
    /// An actor that handles a message in the thread that tells it, if it has nothing else to do: for those that never wait for
    /// anything, it saves the way over the thread pool.
    /// </summary>
    internal static Props CreateRunningWhereTold(Type type, params object[] args) =>
        new(type, args, null, ActorConstructors.Matching(type)) { RunsWhereTold = true };

    internal static Props CreateBy(Type type, Func<object?[], object> construct, params object[] args) => new(type, args, null, construct);

    internal ActorBase NewActor()
    {
        try
        {
            return (ActorBase)_construct(Arguments);
        }
        catch (Exception cause)
        {
            var arguments = string.Join(",", Arguments.Select(argument => argument ?? "<null>"));
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({arguments})", cause);
        }
    }
}
