using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A phase of coordinated shutdown as it is configured, and what is to be done in it.</summary>
internal sealed record ShutdownPhase(string Name, IList<string> DependsOn, TimeSpan Timeout, bool Recover)
{
    public ConcurrentQueue<(string Name, Func<Task<Done>> Work)> Tasks { get; } = new();

    public static Dictionary<string, ShutdownPhase> FromConfig(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout");
        var phases = new Dictionary<string, ShutdownPhase>();
        foreach (var (name, value) in config.GetConfig("phases").AsEnumerable())
        {
            var phase = new Config(value);
            phases[name] = new ShutdownPhase(
                name,
                phase.GetStringList("depends-on"),
                phase.GetTimeSpan("timeout", defaultTimeout, allowInfinite: false),
                phase.GetBoolean("recover", true));
        }

        // One that others depend on exists even if nothing more is said about it.
        foreach (var name in phases.Values.SelectMany(phase => phase.DependsOn).ToList())
            phases.TryAdd(name, new ShutdownPhase(name, [], defaultTimeout, Recover: true));
        return phases;
    }

    /// <summary>Each phase after all those that it depends on.</summary>
    public static IReadOnlyList<string> Order(Dictionary<string, ShutdownPhase> phases)
    {
        var ordered = new List<string>();
        var open = new HashSet<string>();
        foreach (var name in phases.Keys)
            Visit(name);
        return ordered;

        void Visit(string name)
        {
            if (ordered.Contains(name))
                return;
            if (!open.Add(name))
                throw new ArgumentException($"Cycle detected in graph of phases: phase [{name}] depends on itself");
            foreach (var before in phases[name].DependsOn)
                Visit(before);
            ordered.Add(name);
        }
    }
}
