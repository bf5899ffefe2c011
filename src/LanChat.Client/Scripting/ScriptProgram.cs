using System.CommandLine;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Client.Cli;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Wires and runs commands.</summary>
internal sealed class ScriptProgram
{
    /// <summary>Props of the actor of a command that joins a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="nick">Nickname to join by.</param>
    /// <param name="job">The run.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="makeSession">Props of the session.</param>
    public delegate Props JobFactory(
        RoomAddress room, Nick nick, ScriptJob job, ClientSettings settings, SessionFactory makeSession);

    private readonly ScriptOptions _options;
    private readonly ParseResult _parsed;
    private readonly LayeredSettings _layers;
    private readonly ClientSettings _settings;
    private readonly DiscoverySettings _discovery;
    private readonly ScriptJob _job = new(
        DataOutput.Standard, Console.Error, new TaskCompletionSource<int>(
            TaskCreationOptions.RunContinuationsAsynchronously));

    public ScriptProgram(ScriptOptions options, ParseResult parsed)
    {
        (_options, _parsed, _layers) = (options, parsed, options.Client.Settings(parsed));
        (_settings, _discovery) = (ClientSettings.Read(_layers), DiscoverySettings.Read(_layers));
    }

    /// <summary>Joins the room given by the options, and runs a job there.</summary>
    public Task<int> JoinAsync(JobFactory makeJob)
    {
        var (address, finder) = _options.Room(_parsed, _discovery);
        var entry = _options.Client.Invitation(_parsed);
        var nick = _settings.Nick ?? ClientSettings.UserName
            ?? throw new SettingsException(ClientTexts.NickNeeded);
        return RunAsync(system =>
        {
            var makeSession = system.CreateSessionFactory(_settings, KeyFile.Secondary(_settings.Key));
            Props MakeJob(RoomAddress room) => makeJob(room, nick, _job, _settings, makeSession);
            return address is not null
                ? MakeJob(address)
                : RoomFinderActor.Props(
                    finder!, _job, Discovery(system), server => MakeJob(new RoomAddress(server, entry)));
        });
    }

    /// <summary>Lists the rooms nearby.</summary>
    /// <param name="header">Printed before the first room.</param>
    /// <param name="format">Formats a room.</param>
    public Task<int> ListRoomsAsync(string header, Func<ListedRoom, string> format)
    {
        var wait = _options.WaitOf(_parsed);
        var settleTime = _options.HasWait(_parsed) ? wait : RoomFinder.SettleTimeOf(_discovery.Interval);
        return RunAsync(system => RoomsActor.Props(
            _job, new RoomsActor.ListenTimes(settleTime, wait), header, format, Discovery(system)));
    }

    private Func<IActorRef, Props> Discovery(ActorSystem system)
    {
        var udp = system.Udp();
        return owner => DiscoveryActor.Props(_discovery, _settings.Limits.Rooms, udp, owner);
    }

    private Task<int> RunAsync(Func<ActorSystem, Props> make) => ActorProgram.RunAsync(
        _layers,
        _options.Client.IsVerbose(_parsed),
        _job.Exit.Task,
        akka => akka.WithActors((system, _) => system.ActorOf(make(system), "script")));
}
