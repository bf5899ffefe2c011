using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Calls constructors, fast from the second time on.</summary>
internal static class ActorConstructors
{
    private static readonly ConcurrentDictionary<ConstructorInfo, Func<object?[], object>> Known = new();

    public static Func<object?[], object> For(ConstructorInfo constructor) => Known.GetOrAdd(constructor, static found =>
    {
        var invoker = ConstructorInvoker.Create(found);
        return arguments =>
        {
            try
            {
                return invoker.Invoke(arguments.AsSpan());
            }
            catch (Exception thrown)
            {
                // As reflection does, so that the cause lies as deep whichever way the actor was made.
                throw new TargetInvocationException(thrown);
            }
        };
    });

    /// <summary>The public constructor that fits the arguments.</summary>
    public static Func<object?[], object> Matching(Type type) => arguments => Activator.CreateInstance(type, arguments)!;
}
