using Akka.Actor;

namespace Akka.IO;

/// <summary>The TCP of one actor system.</summary>
public sealed class TcpExt : IOExtension
{
    public TcpExt(ExtendedActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.io.tcp");
        BufferSize = config.GetInt("disabled-buffer-pool.buffer-size", 512);
        BatchAcceptLimit = config.GetInt("batch-accept-limit", 10);
        var timeout = config.GetTimeSpan("register-timeout", TimeSpan.FromSeconds(5));
        RegisterTimeout = timeout > TimeSpan.Zero ? timeout : null;
        Manager = system.SystemActorOf(Props.Create(() => new TcpManager(this)), "IO-TCP");
    }

    public override IActorRef Manager { get; }

    internal int BufferSize { get; }

    internal int BatchAcceptLimit { get; }

    /// <summary>Null: connections wait for ever.</summary>
    internal TimeSpan? RegisterTimeout { get; }
}
