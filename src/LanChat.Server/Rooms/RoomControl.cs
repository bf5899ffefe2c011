using Akka.Actor;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Search;

namespace LanChat.Server.Rooms;

/// <summary>Passes on to a room what other parts of the server ask of it.</summary>
internal sealed class RoomControl(Room room, Recipients recipients, RoomDelivery delivery)
{
    /// <summary>Handles a message; returns false if it is none of these.</summary>
    public bool TryHandle(object message, IActorRef sender, Timestamp now)
    {
        switch (message)
        {
            case RoomProtocol.CountMembers: delivery.Subscribe(sender); break;
            case RoomProtocol.ShareUpload file: room.ShareUpload(delivery.Register(file, sender), now); break;
            case RoomProtocol.ChangeNotice notice: room.ChangeNotice(notice.Text); break;
            case RoomProtocol.Open open: room.Open(open.Address, open.Web); break;
            case RoomProtocol.Close: room.Close(now); break;
            case RoomProtocol.GiveRole given: room.GiveRole(given.Account, given.Role, now); break;
            case RoomProtocol.MergeAccounts(var from, var into): room.Merge(from, into, now); break;
            case RoomProtocol.SetServerOwners owners: room.SetServerOwners(owners.Accounts); break;
            case RoomProtocol.Summarize: sender.Tell(Summary()); break;
            case RoomProtocol.Command command: return TryHandle(command, sender, now);
            case SearchProtocol.Reply { Event: { ReplyTo: { } number } read }:
                room.HandleRead(number, read, now);
                break;
            case HistoryProtocol.StoreUnavailable: room.StoreFailed(now); break;
            case HistoryProtocol.StoreRecovered recovered: room.StoreRecovered(recovered.Lost, now); break;
            default: return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the room may stop, which the manager is told: it has no session, and nothing to
    /// persist or to deliver.
    /// </summary>
    public bool MayStop(bool isIdle, IActorRef manager)
    {
        var mayStop = isIdle && recipients.IsEmpty && !room.HasOutcome;
        manager.Tell(new RoomProtocol.Passivated(room.Record.Name.Key, mayStop));
        return mayStop;
    }

    // The console is a recipient until its reply is delivered.
    private bool TryHandle(RoomProtocol.Command command, IActorRef console, Timestamp now)
    {
        var id = recipients.NextId();
        recipients.Add(id, console, acknowledges: false);
        return room.HandleConsole(id, command.Request, now);
    }

    private RoomProtocol.Summary Summary() =>
        new(room.Record.Name.Key, room.Count, room.LastTalk, recipients.IsEmpty);
}
