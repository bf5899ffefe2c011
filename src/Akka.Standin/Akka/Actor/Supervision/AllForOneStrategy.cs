using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The failure of one child is the failure of all.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, new LocalOnlyDecider(localOnlyDecider))
    {
    }

    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, (int)(withinTimeRange ?? Timeout.InfiniteTimeSpan).TotalMilliseconds, decider)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    public AllForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
        : base(maxNrOfRetries, withinTimeMilliseconds, decider, loggingEnabled)
    {
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider) : this(new LocalOnlyDecider(localOnlyDecider))
    {
    }

    public AllForOneStrategy(IDecider decider) : this(-1, -1, decider)
    {
    }

    private protected override void Apply(
        ActorCell supervisor, Directive directive, ChildStats child, Exception cause, IReadOnlyCollection<ChildStats> children)
    {
        var restart = directive == Directive.Restart && children.All(MayRestart);
        foreach (var one in children)
        {
            if (!restart)
            {
                supervisor.Stop(one.Ref);
                continue;
            }

            // The failed one has stopped working by itself; the others are told to before they are replaced.
            if (one != child)
                one.Ref.SendSystemMessage(new Suspend());
            one.Ref.SendSystemMessage(new Recreate(cause));
        }
    }
}
